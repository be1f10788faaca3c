export const activationWarningCodes = [
  'NO_BAYS',
  'NOTHING_CHANGES',
  'NOT_YET_EFFECTIVE',
  'NO_LONGER_EFFECTIVE',
  'BAYS_NEW',
  'OTHER_ACTIVATION_PLANNED',
  'ACTIVE_VERSION_EXPIRED',
] as const;

export interface ActivationWarning {
  code: (typeof activationWarningCodes)[number];
  message: string;
}

/** Returns what a person should know before activating a version. Warnings forbid nothing. */
export function warningsOf(known: {
  at: Date;
  effectiveFrom: Date | null;
  effectiveTo: Date | null;
  bays: number;
  baysUnchanged: number;
  baysNew: number;
  /** Bays whose active version's period is over. */
  expiredNow: number;
  otherPlans: number;
}): ActivationWarning[] {
  const { at, effectiveFrom, effectiveTo, bays, baysUnchanged, baysNew, expiredNow, otherPlans } = known;
  const warnings: (ActivationWarning | false)[] = [
    bays === 0 && { code: 'NO_BAYS', message: 'The activation reaches no store: nothing would happen.' },
    bays > 0 &&
      baysUnchanged === bays && {
        code: 'NOTHING_CHANGES',
        message: 'Every one of these bays follows this version already.',
      },
    effectiveFrom !== null &&
      at < effectiveFrom && {
        code: 'NOT_YET_EFFECTIVE',
        message: `The version is meant to be followed from ${utc(effectiveFrom)} on, ${apart(at, effectiveFrom)} after this activation.`,
      },
    effectiveTo !== null &&
      at >= effectiveTo && {
        code: 'NO_LONGER_EFFECTIVE',
        message: `The version was meant to be followed until ${utc(effectiveTo)} only, ${apart(effectiveTo, at)} before this activation.`,
      },
    baysNew > 0 && {
      code: 'BAYS_NEW',
      message: `No device has ever named ${baysNew === 1 ? '1 of these bays' : `${baysNew} of these bays`}: check how the aisle is spelled.`,
    },
    otherPlans > 0 && {
      code: 'OTHER_ACTIVATION_PLANNED',
      message: `${otherPlans === 1 ? 'Another activation is' : `${otherPlans} other activations are`} planned for some of these bays.`,
    },
    expiredNow > 0 && {
      code: 'ACTIVE_VERSION_EXPIRED',
      message: `${expiredNow === 1 ? '1 bay follows a version' : `${expiredNow} bays follow versions`} whose period is over.`,
    },
  ];
  return warnings.filter((one) => one !== false);
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function apart(from: Date, to: Date): string {
  const hours = Math.round((to.getTime() - from.getTime()) / 3_600_000);
  if (hours < 1) return 'less than an hour';
  if (hours < 48) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${Math.round(hours / 24)} days`;
}
