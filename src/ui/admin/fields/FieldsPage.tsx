import { Button, Tab, TabList, TabPanel, Tabs } from '@forge/react';
import React from 'react';
import { call } from '../../shared/call';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { useResource } from '../../shared/use-resource';
import { FieldList } from './FieldList';
import { fieldTabs, type FieldTab } from './words';

const loadSlots = () => call('fields.slots', {});

/** The detail fields of one entity, in a tab of its own with an address of its own. */
export function FieldsPage({ tab }: { tab: FieldTab }) {
  const { go } = useNavigation();
  const slots = useResource(loadSlots);
  const titleOf = ({ entity, title }: FieldTab): string => {
    const used = slots.data?.slots.find((slot) => slot.entity === entity)?.used;
    return used === undefined ? title : `${title} ${used}`;
  };
  return (
    <Page
      title="Detail fields"
      purpose="What can be recorded of customers, organizations and entitlements beside their names."
      actions={
        <Button appearance="primary" onClick={() => go(['fields', tab.slug, 'new'])}>
          Create field
        </Button>
      }
    >
      <Tabs
        id="detail-fields"
        selected={fieldTabs.indexOf(tab)}
        onChange={(index) => {
          const chosen = fieldTabs[index];
          if (chosen) go(['fields', chosen.slug]);
        }}
      >
        <TabList>
          {fieldTabs.map((each) => (
            <Tab key={each.slug}>{titleOf(each)}</Tab>
          ))}
        </TabList>
        {fieldTabs.map((each) => (
          <TabPanel key={each.slug}>
            {each === tab && <FieldList key={each.slug} tab={each} onDeleted={slots.reload} />}
          </TabPanel>
        ))}
      </Tabs>
    </Page>
  );
}
