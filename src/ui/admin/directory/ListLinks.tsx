import { Inline } from '@forge/react';
import React from 'react';
import { type DirectoryFilter, directoryEntities } from '../../../contract/directory';
import { TextLink } from '../../shared/TextLink';
import { filteredPath, sectionOf } from './address';
import { useStatus } from './use-status';

interface Props {
  /** What the lists are filtered by, and how a link says so after "Customers" or "Organizations". */
  lists: readonly { filter: DirectoryFilter; words: string }[];
}

/** Ways to filtered lists of the directory, for customers and for organizations; nothing before the site was read. */
export function ListLinks({ lists }: Props) {
  const status = useStatus();
  if (status.data?.kept == null) return null;
  return (
    <Inline space="space.300" rowSpace="space.100" shouldWrap>
      {directoryEntities.flatMap((entity) =>
        lists.map(({ filter, words }) => (
          <TextLink key={`${entity} ${words}`} to={filteredPath(entity, filter)}>
            {`${titleOf(entity)} ${words}`}
          </TextLink>
        )),
      )}
    </Inline>
  );
}

const titleOf = (entity: (typeof directoryEntities)[number]): string => {
  const section = sectionOf(entity);
  return section.charAt(0).toUpperCase() + section.slice(1);
};
