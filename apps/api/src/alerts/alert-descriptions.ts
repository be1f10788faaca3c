import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const alertDescriptions = {
  'Alert.rule': 'The rule that raised the alert.',
  'Alert.subject': 'What the alert is about, such as the id of a capture.',
  'Alert.params': 'What a sentence about the newest occurrence needs, by name.',
  'Alert.occurrences': 'How often the condition occurred since the alert opened.',
  'Alert.createdAt': 'When the condition occurred first.',
  'Alert.lastSeenAt': 'When the condition occurred last.',
  'Alert.acknowledgedAt': 'When a person marked the alert as noticed; null before.',
  'Alert.acknowledgedBy': 'The e-mail address of the person who marked the alert; null before.',
  'Alert.closedAt': 'When the alert was closed; null while it is open.',
  'Alert.closedBy':
    'The e-mail address of the person who closed the alert, or the component that did; null while it is open.',
  'Alert.capture': 'The capture that the alert is about; null when the alert is about something else.',
  'Alert.captures':
    'Captures that show why the alert was raised, the clearest first; ten at most. Empty for rules about one capture.',
  'Alert.store': 'The store of the alert; null when it is about several stores.',
  AlertRule: 'The condition that raises an alert.',
  'AlertRule.CAPTURE_CONFLICT': 'A second photo came for a capture that has another one.',
  'AlertRule.DEVICE_CLOCK_WRONG': 'The clock of a device is wrong, by a known error or by impossible stamps.',
  'AlertRule.SCORE_FELL':
    'The score of a bay, store, category or planogram is far below its own level of the last 28 days.',
  'AlertRule.UNKNOWN_SHARE_ROSE':
    'The share of unknown products of a bay, store, category or planogram is far above its own level of the last 28 days.',
  'AlertRule.FIRMWARE_LESS_SHARP':
    'Photos of a camera model are less sharp since a firmware, in the same bays.',
  AlertFilter: 'Which alerts to list. Conditions are joined by “and”.',
  'AlertFilter.open': 'True: only open alerts. False: only closed ones.',
  'AlertFilter.rule': 'Only alerts of this rule.',
  'AlertFilter.storeCode': 'Only alerts about this store.',
  'AlertActInput.id': 'The global id of the alert, or its bare UUID.',
  'AlertPayload.alert': 'The alert as it is now; null when there is none of this id.',
} satisfies Descriptions;
