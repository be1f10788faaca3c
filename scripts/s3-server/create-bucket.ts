import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { accessKeyId, secretAccessKey } from './swift-settings.ts';

/** Makes the bucket; one that is there and ours stays as it is. The storage behind the proxy may still be starting. */
export async function createBucket(port: number, bucket: string): Promise<void> {
  const client = new S3Client({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 8,
  });
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket })).catch((error: Error) => {
      if (error.name !== 'BucketAlreadyOwnedByYou') throw error;
    });
  } finally {
    client.destroy();
  }
}
