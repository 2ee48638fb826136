import Button from '@atlaskit/button/new';
import React from 'react';
import type { IssueModule } from '../api';
import { NativeResource } from '../native-resource';
import { ISSUES_PATH } from '../place';
import { useShell } from '../shell-context';
import { Status, dayOf, reporterName } from './status';
import { useIssue, type IssueShown } from './use-shown';

/** The view of an issue, with what the app's modules add to it. */
export function IssuePage({ issueKey }: { issueKey: string }): React.JSX.Element {
  const shown = useIssue(issueKey);
  if (shown.state === 'loading') return <p aria-busy="true">Loading the issue</p>;
  if (shown.state === 'refused') return <NoIssue message={shown.message} />;
  return <IssueView issue={shown.data} />;
}

function NoIssue({ message }: { message: string }): React.JSX.Element {
  return (
    <>
      <h1 className="page-title">{message}</h1>
      <p>
        <a href={ISSUES_PATH}>All issues you can view</a>
      </p>
    </>
  );
}

function IssueView({ issue }: { issue: IssueShown }): React.JSX.Element {
  const { issueModules } = useShell().boot.app;
  const title = `[${issue.key}] ${issue.summary}`;
  React.useEffect(() => {
    document.title = `${title} - Jira (sandbox)`;
  }, [title]);
  return (
    <div className="issue">
      <div className="issue-main">
        <nav className="issue-path" aria-label="Breadcrumbs">
          <a href={ISSUES_PATH}>{issue.project.name}</a> / <span>{issue.key}</span>
        </nav>
        <h1 className="page-title">{issue.summary}</h1>
        <Panels issue={issue} modules={issueModules.filter(({ type }) => type === 'jira:issuePanel')} />
      </div>
      <aside className="issue-side" aria-label="About the issue">
        <Status status={issue.status} />
        <IssueDetails issue={issue} />
        {issueModules
          .filter(({ type }) => type === 'jira:issueContext')
          .map((module) => (
            <Context key={module.key} issue={issue} module={module} />
          ))}
      </aside>
    </div>
  );
}

function IssueDetails({ issue }: { issue: IssueShown }): React.JSX.Element {
  return (
    <section className="issue-group" aria-labelledby="issue-details">
      <h2 id="issue-details">Details</h2>
      <dl className="issue-facts">
        <dt>Reporter</dt>
        <dd>{reporterName(issue)}</dd>
        <dt>Type</dt>
        <dd>{issue.type.name}</dd>
        <dt>Created</dt>
        <dd>{dayOf(issue.createdAt)}</dd>
      </dl>
    </section>
  );
}

/** Jira shows a panel once its button has been pressed, below the description. */
function Panels({ issue, modules }: { issue: IssueShown; modules: readonly IssueModule[] }): React.JSX.Element {
  const [added, setAdded] = React.useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <div className="issue-buttons">
        {modules.map(({ key, title }) => (
          <Button key={key} isDisabled={added.has(key)} onClick={() => setAdded((before) => new Set([...before, key]))}>
            {title}
          </Button>
        ))}
      </div>
      <section className="issue-group" aria-labelledby="issue-description">
        <h2 id="issue-description">Description</h2>
        <p>{issue.description === '' ? 'No description.' : issue.description}</p>
      </section>
      {modules
        .filter(({ key }) => added.has(key))
        .map((module) => (
          <section key={module.key} className="issue-group" aria-label={`${module.title} (panel)`}>
            <h2>{module.title}</h2>
            <ModuleShown issue={issue} module={module} />
          </section>
        ))}
    </>
  );
}

/** A group at the right that opens and closes; while it is closed, its app does not run. */
function Context({ issue, module }: { issue: IssueShown; module: IssueModule }): React.JSX.Element {
  const [open, setOpen] = React.useState(true);
  return (
    <section className="issue-group issue-context" aria-label={`${module.title} (context)`}>
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {module.title}
          {open ? null : <span className="issue-context-label">{module.label}</span>}
        </button>
      </h2>
      {open ? <ModuleShown issue={issue} module={module} /> : null}
    </section>
  );
}

function ModuleShown({ issue, module }: { issue: IssueShown; module: IssueModule }): React.JSX.Element {
  const { id, key, type, project } = issue;
  const extension = { type: module.type, issue: { id, key, type: type.name, typeId: type.id }, project };
  return <NativeResource resource={module.resource} seat={{ moduleKey: module.key, extension }} />;
}
