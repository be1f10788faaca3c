import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const storeDescriptions = {
  'Query.stores': 'All stores, by code.',
  'Query.storeGroups': 'All groups of stores, by code.',
  'Mutation.storeCreate': 'Creates a store. A code that exists already is refused.',

  Store: 'A shop whose shelves are photographed.',
  'Store.code': 'The retailer’s code, unique, which devices send as `store_id`.',
  'Store.name': 'The name for people.',
  'Store.timeZone': 'The IANA time zone, such as Europe/Berlin. People see the store’s times in this zone.',
  Bay: 'A stretch of shelves that one photo shows and one planogram plans. Bays are created when a device or an activation first names them.',
  'Bay.aisle': 'The aisle coordinate in canonical form, unique within the store.',
  'Bay.store': 'The store that the bay is in.',
  'StoreGroup.code': 'The code, unique over all groups.',
  'StoreGroup.name': 'The name for people.',
  'StoreGroup.stores': 'The stores of the group, by code.',
  'StoreGroup.createdAt': 'When the group was created.',

  'StoreCreateInput.code': 'The retailer’s code, at most 64 characters.',
  'StoreCreateInput.name': 'The name for people, at most 200 characters.',
  'StoreCreatePayload.store': 'The new store; null when the input was refused.',
  'StoreGroupSetInput.code': 'The code of the group, at most 64 characters.',
  'StoreGroupSetInput.name': 'The name for people, at most 200 characters.',
  'StoreGroupSetPayload.group': 'The group as it is now; null when the input was refused.',
  'DeviceKeyCreateInput.storeCode': 'The code of the only store that the key gives access to.',
  'DeviceKeyCreateInput.name': 'A name for people, such as the place of the camera; at most 200 characters.',
  'DeviceKeyCreatePayload.secret':
    'The key that the device sends; null when the input was refused. Only its hash is stored.',
} satisfies Descriptions;
