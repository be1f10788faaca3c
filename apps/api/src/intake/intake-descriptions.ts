import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const intakeDescriptions = {
  'Mutation.captureSubmit':
    'Hands in payloads of captures, all in one transaction. Sending the same payload again is safe: the outcome is DUPLICATE.',
  'Mutation.captureUploadCreate':
    'Announces the upload of one photo. The payload names the upload and may be submitted before or after the bytes.',

  'IntakeObstacle.code': 'The reason, for programs.',
  IntakeObstacleCode: 'A reason to refuse new captures.',
  'IntakeObstacleCode.DISK_FULL':
    'The disk of the photos has less room than INTAKE_MIN_FREE_MB, or cannot be read.',
  'IntakeObstacleCode.QUEUE_TOO_OLD':
    'The oldest capture has waited for longer than INTAKE_MAX_QUEUE_AGE_SECONDS to be worked on.',

  'CaptureSubmitInput.captures':
    'The payloads as JSON objects of at most 64 KiB each. Their format is described in docs/payloads.md.',
  CaptureSubmitResult: 'What became of one payload.',
  'CaptureSubmitResult.outcome':
    'What became of the payload. Only TRY_LATER asks the device to send it again.',
  'CaptureSubmitResult.deadLetter': 'The stored payload with its problems; null unless DEAD_LETTERED.',
  'CaptureSubmitResult.problems':
    'Everything that is wrong with a DEAD_LETTERED payload, or why to TRY_LATER; empty for other outcomes.',
  CaptureSubmitOutcome: 'What became of a payload.',
  'CaptureSubmitOutcome.ACCEPTED': 'A new capture is stored, with its first job.',
  'CaptureSubmitOutcome.DUPLICATE': 'The capture exists already. Nothing new is stored.',
  'CaptureSubmitOutcome.CONFLICT':
    'The capture exists already with another photo. Both claims are recorded, and an alert is raised.',
  'CaptureSubmitOutcome.DEAD_LETTERED':
    'The payload is invalid. It is stored as a dead letter with every problem.',
  'CaptureSubmitOutcome.TRY_LATER':
    'The device is over its quota, or the system is overloaded. Nothing is stored; send the payload again later.',

  'CaptureUploadCreateInput.mimeType': 'The type of the photo: `image/jpeg`, `image/png` or `image/webp`.',
  'CaptureUploadCreateInput.byteLength': 'The exact length of the photo in bytes, 40 MiB at most.',
  'CaptureUploadCreateInput.sha256':
    'The SHA-256 of the photo as 64 hex digits. When given, bytes with another hash are refused.',
  'CaptureUploadCreatePayload.uploadId': 'The UUID of the upload; null when the request was refused.',
  'CaptureUploadCreatePayload.expiresAt':
    'Until when the bytes have to arrive: 24 hours from now; null when the request was refused.',
} satisfies Descriptions;
