import type { GraphQLSchema } from 'graphql';
import { builder } from '../builder.ts';
import './bay.ts';
import './capture.ts';
import './capture-submit.ts';
import './capture-upload-create.ts';
import './captures.ts';
import './dead-letter.ts';
import './device-key.ts';
import './drift-group.ts';
import './drift-item.ts';
import './drift-release.ts';
import './node.ts';
import './pipeline.ts';
import './planogram.ts';
import './planogram-import.ts';
import './planogram-version.ts';
import './planogram-version-activate.ts';
import './product.ts';
import './score.ts';
import './store.ts';
import './store-create.ts';
import './viewer.ts';

/** All nouns and acts of the API, put together once. */
export const schema: GraphQLSchema = builder.toSchema();
