import { createCsmClient } from '../../src/csm/client';
import type { AssociateCustomers } from '../../src/csm/contract/schemas.gen';
import type { ResponseOf } from '../../src/csm/types';
import { reply, siteThat } from '../support/scripted-site';

/** True when each type can be used for the other. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;
const holds = <T extends true>(value: T): T => value;

describe('a call', () => {
  const client = createCsmClient(siteThat([reply(200, { results: [] })]).send);

  test('does not compile without what the operation needs, or with what it does not take', () => {
    const calls = [
      // @ts-expect-error the path parameter is required
      () => client.call('get-task-status'),
      // @ts-expect-error the path parameter has another name
      () => client.call('get-task-status', { path: { id: '1' } }),
      // @ts-expect-error the operation takes no body
      () => client.call('get-task-status', { path: { taskId: '1' }, body: {} }),
      // @ts-expect-error a bulk operation needs its idempotency key
      () => client.call('bulk-manage-multiple-customer-profiles', { body: { customerProfiles: [] } }),
      // @ts-expect-error this operation has no idempotency key
      () => client.call('create-product', { body: { name: 'Dish' }, idempotencyKey: 'k' }),
      // @ts-expect-error the body lacks its name
      () => client.call('create-product', { body: {} }),
      // @ts-expect-error the query parameter is a number
      () => client.call('get-products', { query: { limit: '5' } }),
      // @ts-expect-error the query parameter is required
      () => client.call('update-field-value-for-customer', { path: { customerId: '1' }, body: {} }),
      // @ts-expect-error there is no such operation
      () => client.call('get-everything'),
    ];
    expect(calls).toHaveLength(9);
  });

  test('needs no input where the operation needs none, and gives the type of the response', async () => {
    const products = await client.call('get-products');
    holds<Same<typeof products, ResponseOf<'get-products'>>>(true);
    holds<Same<(typeof products)['results'][number], { id: string; name: string }>>(true);
    holds<Same<ResponseOf<'delete-product'>, null>>(true);
    expect(products.results).toEqual([]);
  });

  test('can refer to the component types by name', () => {
    holds<Same<AssociateCustomers, { customerIds?: string[] | undefined }>>(true);
  });
});
