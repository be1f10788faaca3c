import { expect, test } from 'vitest';
import { openObjectStore } from '../open-object-store.ts';
import { readS3Spec } from './read-s3-spec.ts';

test('a bucket alone is enough', () => {
  expect(readS3Spec('s3://photos')).toEqual({
    bucket: 'photos',
    prefix: '',
    region: undefined,
    endpoint: undefined,
    forcePathStyle: false,
  });
});

test('a prefix and the parameters are read', () => {
  const spec = 's3://my.photos/shelf/eu/?region=eu-west-1&endpoint=http://127.0.0.1:9000&forcePathStyle=1';
  expect(readS3Spec(spec)).toEqual({
    bucket: 'my.photos',
    prefix: 'shelf/eu/',
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:9000/',
    forcePathStyle: true,
  });
});

test.each([
  's3://AKIASECRET:secret@photos',
  's3://photos?accessKeyId=AKIASECRET',
  's3://photos?secret',
  's3://photos?endpoint=https://user:secret@s3.example.com',
  's3://photos?endpoint=secret',
  's3://photos?region=se cret',
  's3://photos?forcePathStyle=secret',
  's3://photos/secret prefix',
  's3://photos/secret|prefix',
  's3://Secret_Bucket',
  's3://photos:9000/secret',
  's3:secret',
  's3://',
])('%s is refused without its text in the message', (spec) => {
  expect(() => openObjectStore(spec)).toThrow('An S3 object store is named s3://bucket/prefix');
  expect(() => openObjectStore(spec)).not.toThrow(/secret[^_]/);
});

test.each(['s3://key:pw@photos', 's3://photos?secretAccessKey=1', 's3://photos?endpoint=http://a:b@host'])(
  '%s is refused with the place for credentials',
  (spec) => {
    expect(() => readS3Spec(spec)).toThrow('set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role');
  },
);
