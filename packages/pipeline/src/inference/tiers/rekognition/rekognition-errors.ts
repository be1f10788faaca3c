import {
  type ErrorRow,
  faultOf,
  rowOfStatus,
  statusRows,
  unknownError,
  unreadableAnswer,
} from '../../remote/error-table.ts';
import { networkRowOf } from '../../remote/error-table-network.ts';
import { retryAfterMs } from '../../remote/provider-waits.ts';
import type { TierFault } from '../../tier.ts';

const row = (kind: ErrorRow['kind'], why: string): ErrorRow => ({ kind, why });
const busy = row('THROTTLED', 'Rekognition wants fewer calls');
const failed = row('TRANSIENT', 'Rekognition failed');
const refused = row('CONFIGURATION', 'AWS does not accept the credentials');
const clock = row('CONFIGURATION', 'the clock of this machine is off');
const notOurs = row('CONFIGURATION', 'AWS does not take the request as this client sends it');

/**
 * By the name of the error, which AWS answers in `__type`: the HTTP status says little (a missing model is a 400). The
 * errors of DetectCustomLabels, then those that any AWS service answers, then those of the client itself.
 */
export const rekognitionRows: Readonly<Record<string, ErrorRow>> = {
  ThrottlingException: busy,
  ProvisionedThroughputExceededException: busy,
  LimitExceededException: busy,
  InternalServerError: failed,
  ResourceNotReadyException: row('NOT_READY', 'the model version is not running: it has to be started'),
  ImageTooLargeException: row('PERMANENT_INPUT', 'the photo is too large'),
  InvalidImageFormatException: row('PERMANENT_INPUT', 'the photo is in no format that Rekognition takes'),
  InvalidS3ObjectException: row('PERMANENT_INPUT', 'the photo cannot be read from S3'),
  InvalidParameterException: row('PERMANENT_INPUT', 'a parameter or the size of the photo is out of bounds'),
  AccessDeniedException: row('CONFIGURATION', 'the credentials do not allow DetectCustomLabels'),
  ResourceNotFoundException: row('CONFIGURATION', 'the model version does not exist'),

  Throttling: busy,
  ThrottledException: busy,
  TooManyRequestsException: busy,
  RequestThrottled: busy,
  RequestThrottledException: busy,
  RequestLimitExceeded: busy,
  BandwidthLimitExceeded: busy,
  PriorRequestNotComplete: busy,
  SlowDown: busy,
  EC2ThrottledException: busy,
  TransactionInProgressException: busy,
  ServiceQuotaExceededException: busy,
  InternalFailure: failed,
  InternalServerException: failed,
  InternalException: failed,
  InternalError: failed,
  ServiceUnavailable: failed,
  ServiceUnavailableException: failed,
  RequestTimeout: failed,
  RequestTimeoutException: failed,
  UnrecognizedClientException: refused,
  InvalidClientTokenId: refused,
  InvalidSignatureException: refused,
  SignatureDoesNotMatch: refused,
  IncompleteSignature: refused,
  IncompleteSignatureException: refused,
  MissingAuthenticationToken: refused,
  MissingAuthenticationTokenException: refused,
  ExpiredToken: refused,
  ExpiredTokenException: refused,
  NotAuthorized: refused,
  AccessDenied: refused,
  OptInRequired: row('CONFIGURATION', 'the AWS account is not signed up for Rekognition'),
  RequestExpired: clock,
  RequestTimeTooSkewed: clock,
  RequestInTheFuture: clock,
  ValidationException: notOurs,
  ValidationError: notOurs,
  SerializationException: notOurs,
  UnknownOperationException: notOurs,
  InvalidAction: notOurs,
  MissingAction: notOurs,
  MalformedQueryString: notOurs,

  CredentialsProviderError: row('CONFIGURATION', 'no AWS credentials were found'),
  ProviderError: row('CONFIGURATION', 'no AWS credentials were found'),
  TokenProviderError: row('CONFIGURATION', 'no AWS credentials were found'),
  EndpointError: row('CONFIGURATION', 'the region or endpoint is not valid'),
};

/** Classifies an error thrown by the AWS client. */
export function toRekognitionFault(error: unknown): TierFault {
  const { name, message, $metadata, $response } = error as SdkError;
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  const options = { cause: error, retryAfterMs: retryAfterMs($response?.headers?.['retry-after']) };
  return faultOf(rowOf(bareName(name), error, status), message ?? String(error), options);
}

function rowOf(name: string, error: unknown, status: number | undefined): ErrorRow {
  const known = Object.hasOwn(rekognitionRows, name) ? rekognitionRows[name] : undefined;
  if (known) return known;
  const network = networkRowOf(error);
  if (network) return network;
  if (status === undefined) return unknownError;
  if (status < 300) return unreadableAnswer;
  // AWS answers 400 to everything from a bad photo to a lost model: without a known name it says nothing.
  return status === 400 || !(status in statusRows) ? unknownError : rowOfStatus(status);
}

/** `com.amazonaws.rekognition#ThrottlingException:http://…` is a ThrottlingException. */
export const bareName = (name: unknown): string =>
  typeof name === 'string' ? ((name.split('#').pop() ?? '').split(':')[0] ?? '') : '';

interface SdkError {
  name?: unknown;
  message?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { statusCode?: number; headers?: Record<string, string | undefined> };
}
