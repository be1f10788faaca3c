import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema.ts';
import { describeSchema, listDescribable } from './describe-schema.ts';

test('every type, field, argument and enum value of the API has a description', () => {
  const bare = listDescribable(schema).filter(({ element: { description } }) => !description);
  expect(bare.map(({ coordinate }) => coordinate)).toEqual([]);
});

test('a description is one or more whole sentences', () => {
  const broken = listDescribable(schema).filter(
    ({ element: { description } }) => description && !/^[A-Z0-9`“].*[.)]$/s.test(description),
  );
  expect(broken.map(({ coordinate, element }) => `${coordinate}: ${element.description}`)).toEqual([]);
});

test('a sentence of a description has at most 25 words', () => {
  const long = listDescribable(schema).flatMap(({ coordinate, element: { description } }) =>
    (description ?? '')
      .split(/(?<=[.)]) +(?=[A-Z0-9`“])/)
      .filter((sentence) => sentence.split(/\s+/).length > 25)
      .map((sentence) => `${coordinate}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

const small = () =>
  buildSchema(`
    enum Colour { RED }
    input Filter { colour: Colour }
    type Query { "Given." given: Int, shelf(filter: Filter): Int }`);

test('types, fields, arguments, values and input fields are described by their coordinates', () => {
  const descriptions = {
    Colour: 'A colour.',
    'Colour.RED': 'As a rose.',
    Filter: 'A filter.',
    'Filter.colour': 'Its colour.',
    'Query.shelf': 'A shelf.',
    'Query.shelf(filter)': 'Which.',
  };
  const described = describeSchema(small(), descriptions, (coordinate) =>
    coordinate === 'Query' ? 'By rule.' : null,
  );
  const texts = listDescribable(described).map(({ coordinate, element }) => [
    coordinate,
    element.description,
  ]);
  expect(Object.fromEntries(texts)).toEqual({ ...descriptions, Query: 'By rule.', 'Query.given': 'Given.' });
});

test('a coordinate that names nothing, or something described in code, is an error', () => {
  expect(() => describeSchema(small(), { 'Query.gone': 'x' }, () => null)).toThrow('no Query.gone');
  expect(() => describeSchema(small(), { 'Query.given': 'x' }, () => null)).toThrow('two descriptions');
});
