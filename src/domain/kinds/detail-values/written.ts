import type { Written } from '../written';
import type { DetailValuesOperation } from './operation';

export const writtenValues = ({ id, operations }: DetailValuesOperation): Written => ({
  named: { id },
  changes: operations.map(({ operationType, payload: { name, values = [] } }) => ({
    field: name,
    adds: operationType === 'PATCH',
    values,
  })),
  joins: [],
});
