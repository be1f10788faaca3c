import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const captureDescriptions = {
  'Query.capture':
    'The capture of this id; null when there is none. Devices find only captures of their own store.',
  Capture: 'One photo of a bay, taken by a device at one moment, with its results.',
  'Capture.store': 'The store that the device key belongs to.',
  'Capture.bay': 'The bay in the photo.',
  'Capture.state': 'How far the pipeline has processed the capture.',
  'Capture.takenAt': 'When the device took the photo, by the clock of the device.',
  'Capture.sentAt':
    'When the device sent the payload, by the clock of the device; null when it does not say.',
  'Capture.receivedAt': 'When the payload was accepted, by the clock of the database.',
  'Capture.effectiveTakenAt':
    'When the photo was taken as rules use it: waivers, aliases, planogram versions and filters. `timeSource` says its source.',
  'Capture.timeSource': 'Which time rules use.',
  'Capture.device':
    'The camera or phone that took the photo; null for captures of an older release until they are assigned.',
  'Capture.firmware': 'The firmware as the device reports it; null when it reports none.',
  'Capture.cameraModel':
    'Maker and model: of the device key, else as the payload declares them; null when unknown.',
  'Capture.declaredWidthPx': 'The width that the payload declares; null for captures of an older release.',
  'Capture.declaredHeightPx': 'The height that the payload declares; null for captures of an older release.',
  'Capture.metadataFlaws':
    'Declarations of the payload that the photo contradicts. They change nothing about the capture.',
  'Capture.taggedVersion':
    'The label of the planogram version that the device sent. A version of this label need not exist.',
  'Capture.photo': 'The photo to show; null until preprocessing has read it, and after it expired.',
  'Capture.archivedAt': 'When the time for review ended; null while the capture is not ARCHIVED.',
  'Capture.keptBy': 'The e-mail address of the person who holds the photo; null while the photo is not held.',
  'Capture.keptReason': 'Why that person holds the photo; null while the photo is not held.',
  'Capture.quality': 'The measured quality of the photo; null until preprocessing has measured it.',
  'Capture.currentScore':
    'The score that counts in lists and figures; null until the capture is scored for the first time.',
  'Capture.attempts':
    'Every attempt of a tier to analyse the photo. Attempts of later analyses are included; the order is by ordinal.',
  'Capture.history': 'Every change of state, oldest first. Events are never changed or deleted.',
  'Capture.deadLetter': 'Why the pipeline gave up; null unless the capture is DEAD_LETTERED.',
  'Capture.conflicts': 'Later payloads or photos that claimed to be this capture, oldest first.',
  'Capture.recaptureRequest': 'The request for a new photo, open or closed; null when none was ever made.',
  'Capture.compareScores(a)': 'The id of the earlier score, which the comparison starts from.',
  'Capture.compareScores(b)': 'The id of the later score.',

  CaptureState:
    'How far the pipeline has processed a capture. SCORED, ARCHIVED and DEAD_LETTERED need no further processing.',
  'CaptureState.INGESTED':
    'The payload is accepted. The photo still has to arrive, or waits for preprocessing.',
  'CaptureState.RETRY_SCHEDULED':
    'The photo is below the quality rule. A better photo is looked for at `nextTryAt`.',
  'CaptureState.PREPROCESSED': 'The photo is read and measured. The version gate and inference follow.',
  'CaptureState.VERSION_DRIFT':
    'The tagged planogram version is not the active one of the bay. A person decides, or an activation does.',
  'CaptureState.TIER_1_INFERENCE': 'The cloud tier detected the products. Scoring follows.',
  'CaptureState.TIER_2_INFERENCE': 'The edge tier detected the products. Scoring follows.',
  'CaptureState.TIER_3_INFERENCE': 'The heuristic tier detected the products. Scoring follows.',
  'CaptureState.SCORED':
    'The capture has a current score and is under review. People can overrule verdicts, and batches can score again.',
  'CaptureState.ARCHIVED':
    'The time for review is over: the score is final. The photo can expire under the retention policy.',
  'CaptureState.DEAD_LETTERED': 'The pipeline gave up; `deadLetter` has the reason.',

  'CaptureFilter.states': 'Only captures in one of these states.',
  'CaptureFilter.scoreBelow':
    'Only captures whose current score is less than this value, 0..1. Captures without a score are left out.',
  'CaptureFilter.scoreAtLeast':
    'Only captures whose current score is this value or more, 0..1. Captures without a score are left out.',
  'CaptureFilter.firmware': 'Only captures of exactly this firmware.',
  'CaptureFilter.cameraModel': 'Only captures of this camera model, in upper or lower case.',
  'CaptureFilter.takenAfter': 'Only captures taken after this instant, by `effectiveTakenAt`.',
  'CaptureFilter.takenBefore': 'Only captures taken before this instant, by `effectiveTakenAt`.',

  CaptureTimeSource: 'Which time rules use for a capture.',
  'CaptureTimeSource.DEVICE_CLOCK': 'The time that the device says.',
  'CaptureTimeSource.CORRECTED_CLOCK':
    'The time that the device says, corrected by the known error of its clock.',
  'CaptureTimeSource.RECEIPT':
    'The time of receipt, because the device says a time in the future or from before the store.',
  MetadataFlaw: 'A declaration of a payload that its photo contradicts.',
  'MetadataFlaw.RESOLUTION_DIFFERS':
    'The photo has another size than the payload declares, also with the sides swapped.',

  CaptureEvent: 'One change of a capture’s state.',
  'CaptureEvent.revision': 'The number of the event within its capture, from 0 without gaps.',
  'CaptureEvent.fromState': 'The state before; null for the first event.',
  'CaptureEvent.toState': 'The state after, the same as `fromState` when only the current score changed.',
  'CaptureEvent.reason':
    'A machine-readable cause in capitals, such as `PASS`, `VERSION_NOT_ACTIVE` or the reason of a dead letter.',
  'CaptureEvent.facts':
    'Details as a JSON object. Its keys depend on the reason: times in milliseconds, tier, score, quality flaws.',
  'CaptureEvent.actor':
    'The cause of the change: `stage:<name>`, another component, or the e-mail address of a person.',
  'CaptureEvent.at': 'When the change was committed, by the clock of the database.',

  InferenceAttempt: 'One attempt of one tier to analyse the photo of a capture.',
  'InferenceAttempt.ordinal': 'The position in the sequence of attempts of one analysis, from 0.',
  'InferenceAttempt.tier': 'The number of the tier: 1 cloud, 2 edge, 3 heuristic.',
  'InferenceAttempt.provider': 'The name of the provider, such as `rekognition`.',
  'InferenceAttempt.outcome': 'How the attempt ended. The last attempt of an analysis gave the detections.',
  'InferenceAttempt.message': 'Details for people; null after `OK`.',
  'InferenceAttempt.durationMs':
    'How long the attempt took, in milliseconds. Attempts without a call took no time.',
  'InferenceAttempt.createdAt':
    'When the analysis was recorded. All attempts of one analysis share this instant.',

  'Photo.url': 'The path of the display size on this API.',
  'Photo.thumbnailUrl': 'The path of the thumbnail on this API.',
  'Photo.widthPx': 'The width of the original in pixels, after its orientation is applied.',
  'Photo.heightPx': 'The height of the original in pixels, after its orientation is applied.',

  Quality: 'What was measured on a photo, and what the quality rule says about it.',
  'Quality.shortSidePx': 'The length of the shorter side in pixels.',
  'Quality.sharpness':
    'The variance of the Laplacian of the grey photo. Higher is sharper; 100 is a common limit.',
  'Quality.flaws': 'Reasons for which the photo fails the quality rule; empty for a photo that passes.',

  'CaptureConflict.capture': 'The earlier capture, which stays as it is.',
  'CaptureConflict.createdAt': 'When the later payload or photo arrived.',
  DeviceKey: 'A key that devices of a store sign in with. The key itself is shown only when it is created.',
  'DeviceKey.name': 'The name that the key was created with.',
  'DeviceKey.model': 'Maker and model of the device; null when unknown.',
} satisfies Descriptions;
