import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const retentionDescriptions = {
  'Query.retentionPolicy': 'The policy in force: the newest one, or the built-in one.',
  'Query.retentionRun': 'The run of this id; null when there is none.',
  'Query.retentionRun(id)': 'The global id of the run, or its bare UUID.',
  'Query.retentionHeld': 'How many photos stay, counted by cause.',
  'Query.retentionHeldPhotos(holding)': 'The cause to list photos of.',
  'RetentionPolicy.note': 'Why the policy was set.',
  'RetentionPolicy.createdBy':
    'The e-mail address of the person who set the policy; null for the built-in one.',
  'RetentionPolicy.createdAt': 'When the policy was set; null for the built-in one.',
  'RetentionPolicySetInput.reviewDays':
    'How many days captures stay under review after scoring, before they are ARCHIVED: 1 to 36,500.',
  'RetentionPolicySetInput.noticeDays':
    'How many days pass between the announcement of an expiry and the expiry: 1 to 365.',
  'RetentionPolicySetPayload.policy': 'The new policy; null when the input was refused.',
  'RetentionRun.kind': 'Whether the run announced photos or removed them.',
  'RetentionRun.photos': 'The number of photos that were announced, or removed so far.',
  'RetentionRun.captures': 'The number of captures that show these photos.',
  'RetentionRun.createdBy': 'The e-mail address of the person who asked for the run, or `schedule`.',
  'RetentionRun.createdAt': 'When the run began.',
  'RetentionRun.endedAt': 'When the run was complete; null while it goes on.',
  RetentionRunKind: 'What a retention run does.',
  'RetentionRunKind.DRY_RUN': 'Announces which photos the policy would remove. Nothing is removed.',
  'RetentionRunKind.EXPIRY': 'Removes photos that a dry run announced, after the days of notice.',
  'RetentionDryRunPayload.run': 'The finished dry run; null when no photo expires under the policy.',
  'RetentionHeld.asOf': 'When the photos were counted.',
  RetentionHeldCount: 'How many photos stay for one cause.',
  'RetentionHeldCount.holding': 'The cause.',

  'CaptureKeepInput.reason': 'Why the photo is held, at most 2000 characters.',
  'CaptureKeepPayload.capture':
    'The capture as it is now; null when nothing was found or the reason was refused.',

  'IntegrityReport.rows': 'The number of rows that were compared.',
  'IntegrityReport.objects': 'The number of objects that the object store lists.',
  'IntegrityReport.createdBy': 'The e-mail address of the person who asked for the check, or `schedule`.',
  'IntegrityReport.createdAt': 'When the check was asked for.',
  'IntegrityReport.endedAt': 'When the check was complete; null while it waits or goes on.',
  'IntegrityCheckPayload.report': 'The report to come, without an end yet.',
} satisfies Descriptions;
