import { RadioGroup } from '@forge/react';
import React from 'react';
import type { FileFacts } from '../../../../contract/file-frame';
import type { DateOrder } from '../../../../domain/fields/date';
import type { MappingRow } from './mapping';
import { dateOrderOptions } from './date-orders';

interface Props {
  row: MappingRow;
  file: FileFacts;
  onOrder: (order: DateOrder) => void;
}

/** How a column writes its dates, each order shown on a date of the file. */
export function DateOrderChoice({ row, file, onOrder }: Props) {
  const { dateOrder: chosen, yearsFrom } = row.target;
  const options = dateOrderOptions(file, row.index, yearsFrom);
  return (
    <RadioGroup
      name={`dates-${row.index}`}
      {...(chosen && { value: chosen })}
      options={options.map(({ order, label }) => ({ name: `dates-${row.index}`, value: order, label }))}
      onChange={(event) => {
        const order = options.find((option) => option.order === event.target.value);
        if (order) onOrder(order.order);
      }}
    />
  );
}
