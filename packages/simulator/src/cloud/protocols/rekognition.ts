import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { z } from 'zod';
import { fingerprintOf } from '../fingerprint.ts';
import type { PredictedBox } from '../predict-boxes.ts';
import {
  type CloudReply,
  type CloudRequest,
  type FindBoxes,
  type Protocol,
  parseJson,
  reply,
} from '../protocol.ts';

/** Rekognition's limit for an inline image: 5 MiB. */
const maxImageBytes = 5 * 1024 * 1024;
const minSidePx = 80;
const target = 'RekognitionService.DetectCustomLabels';
const contentType = 'application/x-amz-json-1.1';

/** Form of an Authorization header signed for this service. The sandbox has no key, so the signature is not checked. */
const signedForm =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[a-z0-9-]+\/rekognition\/aws4_request, ?SignedHeaders=[a-z0-9;-]+, ?Signature=[0-9a-f]{64}$/;

const requestSchema = z.object({
  ProjectVersionArn: z
    .string()
    .regex(
      /^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:project\/[\w.-]{1,255}\/version\/[\w.-]{1,255}\/\d+$/,
    ),
  Image: z.object({
    Bytes: z.base64().optional(),
    S3Object: z.object({ Bucket: z.string(), Name: z.string(), Version: z.string().optional() }).optional(),
  }),
  MaxResults: z.number().int().min(0).optional(),
  MinConfidence: z.number().min(0).max(100).optional(),
});

/** Threshold in percent that training chose for the model, used when the caller names none. */
const assumedThreshold = 50;

/** Creates Rekognition Custom Labels over AWS JSON 1.1. `projectVersionArn` is the only model version. */
export function rekognitionProtocol(projectVersionArn: string): Protocol {
  return {
    provider: 'rekognition',
    speaks: ({ method, path }) => method === 'POST' && path === '/',
    async answer(request, findBoxes) {
      const refusal = refusalOf(request);
      if (refusal) return refusal;
      const parsed = requestSchema.safeParse(parseJson(request.body));
      if (!parsed.success) return error(400, 'InvalidParameterException', 'Request has invalid parameters');
      const { ProjectVersionArn: arn, Image: image } = parsed.data;
      if (arn !== projectVersionArn)
        return error(400, 'ResourceNotFoundException', `The model version ${arn} was not found`);
      if (image.Bytes === undefined)
        return error(400, 'InvalidS3ObjectException', 'Unable to get object metadata from S3.');
      return detect(Buffer.from(image.Bytes, 'base64'), parsed.data, findBoxes);
    },
    fail: (kind) => failures[kind](),
  };
}

async function detect(
  image: Buffer,
  { MaxResults, MinConfidence = assumedThreshold }: z.output<typeof requestSchema>,
  findBoxes: FindBoxes,
): Promise<CloudReply> {
  if (image.length > maxImageBytes)
    return error(400, 'ImageTooLargeException', `Image size is too large: ${image.length} bytes`);
  const header = await sharp(image)
    .metadata()
    .catch(() => null);
  if (header === null || (header.format !== 'jpeg' && header.format !== 'png'))
    return error(400, 'InvalidImageFormatException', 'Request has invalid image format');
  if (Math.min(header.width, header.height) < minSidePx)
    return error(400, 'InvalidParameterException', 'Request has invalid image dimensions');
  const fingerprint = await fingerprintOf(image);
  if (fingerprint === null)
    return error(400, 'InvalidImageFormatException', 'Request has invalid image format');
  const labels = findBoxes(fingerprint)
    .filter(({ confidence }) => confidence * 100 > MinConfidence)
    .slice(0, MaxResults)
    .map(customLabel);
  return amzReply(200, { CustomLabels: labels });
}

const customLabel = ({ label, confidence, box: [Left, Top, Width, Height] }: PredictedBox) => ({
  Name: label,
  Confidence: confidence * 100,
  Geometry: { BoundingBox: { Width, Height, Left, Top } },
});

function refusalOf({ headers }: CloudRequest): CloudReply | null {
  if (headers['x-amz-target'] !== target)
    return error(400, 'UnknownOperationException', 'The operation is not known');
  if (headers['content-type'] !== contentType)
    return error(400, 'SerializationException', `content-type must be ${contentType}`);
  if (headers.authorization === undefined)
    return error(400, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  if (!signedForm.test(headers.authorization) || !/^\d{8}T\d{6}Z$/.test(String(headers['x-amz-date'])))
    return error(400, 'IncompleteSignatureException', 'The request is not signed with Signature Version 4');
  return null;
}

const failures = {
  throttled: () => error(429, 'ThrottlingException', 'Rate exceeded'),
  'error-500': () => error(500, 'InternalServerError', 'Internal server error'),
  unavailable: () => error(503, 'ServiceUnavailableException', 'The service is not available'),
  denied: () => error(400, 'AccessDeniedException', 'You are not authorized to perform DetectCustomLabels'),
  'not-ready': () => error(400, 'ResourceNotReadyException', 'The model version is not running'),
  'wrong-schema': () => amzReply(200, { Labels: [{ Name: 1, Confidence: 'high' }] }),
};

const error = (status: number, type: string, message: string): CloudReply =>
  amzReply(status, { __type: type, Message: message, message });

const amzReply = (status: number, body: unknown): CloudReply =>
  reply(status, body, { 'content-type': contentType, 'x-amzn-requestid': randomUUID() });
