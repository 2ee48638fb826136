import { Box, Text } from '@forge/react';
import React from 'react';
import type { CustomerSummary } from '../../../contract/customers';
import { TextLink } from '../../shared/TextLink';

/** A customer in one cell: the name, which leads somewhere, over the e-mail address. */
export const personCell = ({ id, name, email }: CustomerSummary, to: readonly string[]) => (
  <Box>
    <TextLink to={to}>{name || id}</TextLink>
    <Text color="color.text.subtle" size="small">
      {email ?? 'Email not visible to you'}
    </Text>
  </Box>
);
