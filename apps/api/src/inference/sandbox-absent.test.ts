import { expect, test } from 'vitest';
import { startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('no_sandbox');

test('without a configured sandbox none is shown, and none can be switched', async () => {
  const operator = await api.signIn('operator');
  const answer = await api.ask('{ sandbox { url } }', {}, operator);
  expect(answer).toMatchObject({ errors: [], data: { sandbox: null } });
  const refused = await api.ask(
    'mutation { sandboxFaultSet(input: { provider: REKOGNITION, fault: DOWN }) { sandbox { url } userErrors { code } } }',
    {},
    operator,
  );
  expect(refused.data?.sandboxFaultSet).toEqual({
    sandbox: null,
    userErrors: [{ code: 'SANDBOX_NOT_CONFIGURED' }],
  });
});
