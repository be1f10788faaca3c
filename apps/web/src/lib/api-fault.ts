/** Why the API gave no answer. Only UNREACHABLE is worth a retry without a change. */
export type ApiFaultKind = 'UNREACHABLE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'FAILED';

export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly kind: ApiFaultKind;
  /** For a search in the logs; null when the API gave none. */
  readonly traceId: string | null;
  constructor(kind: ApiFaultKind, message: string, traceId: string | null = null) {
    super(message);
    this.kind = kind;
    this.traceId = traceId;
  }
}

interface AnswerError {
  message: string;
  extensions?: { code?: string; traceId?: string };
}

const kindByCode: Record<string, ApiFaultKind> = {
  API_UNREACHABLE: 'UNREACHABLE',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
};

/** Returns the first error of a GraphQL answer as a fault. */
export const faultOf = (error: AnswerError): ApiFault =>
  new ApiFault(
    kindByCode[error.extensions?.code ?? ''] ?? 'FAILED',
    error.message,
    error.extensions?.traceId ?? null,
  );
