export { createS3Partials } from './s3-partials.ts';
