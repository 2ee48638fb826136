import { Button, Tab, TabList, TabPanel, Tabs } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { ExportButtons } from '../export/ExportButtons';
import { FieldList } from './FieldList';
import { useFieldLists } from './use-field-lists';
import { fieldTabs, type FieldTab } from './words';

/** The detail fields of one entity, in a tab of its own with an address of its own. */
export function FieldsPage({ tab }: { tab: FieldTab }) {
  const { go } = useNavigation();
  const lists = useFieldLists();
  return (
    <Page
      title="Detail fields"
      purpose="The information you keep about customers, organizations and entitlements, besides their names."
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
          {/* With their numbers, which each panel tells, three tabs would not fit a narrow page. */}
          {fieldTabs.map((each) => (
            <Tab key={each.slug}>{each.title}</Tab>
          ))}
        </TabList>
        {fieldTabs.map((each) => (
          <TabPanel key={each.slug}>
            {each === tab && <FieldList key={each.slug} tab={each} list={lists[each.entity]} />}
          </TabPanel>
        ))}
      </Tabs>
      <ExportButtons
        words="Export detail fields"
        hint="with the fields of all three, to read or keep. No import takes it back."
        exported={() => ({ what: 'fields' })}
      />
    </Page>
  );
}
