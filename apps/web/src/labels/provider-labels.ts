const names: Record<string, string> = {
  rekognition: 'Amazon Rekognition',
  vertex: 'Google Vertex AI',
  kserve: 'KServe',
  onnx: 'ONNX model here',
  heuristic: 'Built in',
};

/** A provider's name for people; one this app does not know yet is shown as it is. */
export const providerWord = (provider: string): string => names[provider] ?? provider;
