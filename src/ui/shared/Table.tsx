import { Box, DynamicTable, xcss } from '@forge/react';
import React from 'react';

type TableProps = Required<Pick<React.ComponentProps<typeof DynamicTable>, 'head' | 'rows'>>;

interface Props extends TableProps {
  /** What the table holds, for screen readers. */
  label: string;
  /**
   * The width, in pixels, under which its columns cannot be read: a narrower page scrolls the table sideways. None for a
   * table of few columns, whose cells wrap.
   */
  minWidth?: keyof typeof widths;
}

const scrolling = xcss({ width: '100%', overflow: 'auto' });
const widths = {
  640: xcss({ minWidth: '640px' }),
  760: xcss({ minWidth: '760px' }),
  1100: xcss({ minWidth: '1100px' }),
  1600: xcss({ minWidth: '1600px' }),
};

/** A table whose columns keep the shares of the width that its head says, whatever their cells hold. */
export function Table({ label, minWidth, head, rows }: Props) {
  return (
    <Box xcss={scrolling}>
      <Box xcss={minWidth === undefined ? {} : widths[minWidth]}>
        <DynamicTable label={label} head={head} rows={rows} isFixedSize />
      </Box>
    </Box>
  );
}
