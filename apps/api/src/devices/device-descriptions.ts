import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const deviceDescriptions = {
  'Query.devices': 'The cameras and phones of all stores, newest first.',
  'Query.firmwareFigures':
    'Captures, flaws and dead letters by firmware and camera model, most captures first. Counts what was received lately.',
  'Query.firmwareFigures(storeCode)': 'Only what devices of this store sent.',
  'Query.firmwareFigures(days)': 'Counts the last days: 28 by default, 1 to 365.',
  Device: 'A camera or phone of a store. It is created with its first capture.',
  'Device.store': 'The store that the device belongs to.',
  'Device.mac':
    'The MAC address in 12 hex digits; null for a device whose system reports a placeholder. Such a device is known by its keys.',
  'Device.keys': 'The keys of a device without a MAC, oldest first; empty for any other device.',
  'Device.clockErrorMs':
    'The clock of the device minus true time, in milliseconds: positive is fast. Null while no error is known.',
  'Device.clockErrorSource': 'How the error is known; null while none is known.',
  'Device.clockReviewedAt': 'When the clock was last reviewed; null before the first time.',
  'Device.createdAt': 'When the device was first seen.',
  'Device.newestCapture':
    'The capture that was received last: its firmware and camera model are those of the device now.',
  'DeviceFilter.clockErrorKnown': 'True: only devices whose clock has a known error.',
  ClockErrorSource: 'How the error of a device’s clock is known.',
  'ClockErrorSource.SENT_AT': 'Exactly, from the time of sending in the payloads.',
  'ClockErrorSource.DELAYS':
    'From the smallest delay of at least 50 captures, of a device that sends at once.',
  FirmwareFigures: 'What became of the captures and payloads of one firmware on one camera model.',
  'FirmwareFigures.firmware': 'The firmware as the device reports it; null for payloads without one.',
  'FirmwareFigures.cameraModel': 'Maker and model; null when unknown.',
  'FirmwareFigures.captures': 'How many captures were received.',
  'FirmwareFigures.qualityFlaws': 'How many captures have each flaw of the photo, most frequent first.',
  'FirmwareFigures.metadataFlaws':
    'How many captures have each contradiction of payload and photo, most frequent first.',
  'FirmwareFigures.deadLetters':
    'How many dead letters of each reason were written, open and resolved, most frequent first.',
  FirmwareQualityFlaw: 'How often one flaw of the photo occurs.',
  'FirmwareQualityFlaw.flaw': 'The flaw.',
  'FirmwareQualityFlaw.count': 'The number of captures.',
  FirmwareMetadataFlaw: 'How often one contradiction of payload and photo occurs.',
  'FirmwareMetadataFlaw.flaw': 'The contradiction.',
  'FirmwareMetadataFlaw.count': 'The number of captures.',
  FirmwareDeadLetters: 'How often one reason of dead letters occurs.',
  'FirmwareDeadLetters.reason': 'The reason.',
  'FirmwareDeadLetters.count': 'The number of dead letters.',
} satisfies Descriptions;
