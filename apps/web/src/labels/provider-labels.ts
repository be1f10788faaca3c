const names: Record<string, string> = {
  rekognition: 'Amazon Rekognition',
  vertex: 'Google Vertex AI',
  kserve: 'KServe',
  onnx: 'ONNX model here',
  heuristic: 'Built in',
};

/** Returns a provider's name for people; an unknown provider is returned as it is. */
export const providerLabel = (provider: string): string => names[provider] ?? provider;
