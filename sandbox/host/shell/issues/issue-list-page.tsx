import React from 'react';
import { issuePath } from '../place';
import { Status, dayOf, reporterName } from './status';
import { useIssues, type IssueShown } from './use-shown';

/** The issues of a query, as Jira's navigator lists them; without a query, all that the user may see. */
export function IssueListPage({ jql }: { jql: string | null }): React.JSX.Element {
  const shown = useIssues(jql);
  React.useEffect(() => {
    document.title = 'Issues - Jira (sandbox)';
  }, []);
  return (
    <>
      <h1 className="page-title">Issues</h1>
      {jql === null ? null : (
        <p className="issue-query">
          <code>{jql}</code>
        </p>
      )}
      {shown.state === 'loading' ? <p aria-busy="true">Loading issues</p> : null}
      {shown.state === 'refused' ? <p role="alert">{shown.message}</p> : null}
      {shown.state === 'shown' ? <IssueTable issues={shown.data.issues} /> : null}
    </>
  );
}

function IssueTable({ issues }: { issues: readonly IssueShown[] }): React.JSX.Element {
  if (issues.length === 0) return <p>There are no issues that you can view.</p>;
  return (
    <div className="kit-table">
      <table className="issue-table">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Summary</th>
            <th scope="col">Reporter</th>
            <th scope="col">Status</th>
            <th scope="col">Created</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <td>
                <a href={issuePath(issue.key)}>{issue.key}</a>
              </td>
              <td>{issue.summary}</td>
              <td>{reporterName(issue)}</td>
              <td>
                <Status status={issue.status} />
              </td>
              <td>{dayOf(issue.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
