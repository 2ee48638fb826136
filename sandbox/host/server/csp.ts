import { CSPInjectionService } from '@forge/csp';

/** The app's manifest asks for nothing beyond the policy that every app has. */
const nothingMore = {
  'img-src': [],
  'media-src': [],
  'script-src': [],
  'style-src': [],
  'connect-src': [],
  'font-src': [],
  'frame-src': [],
};

/**
 * The policy that Forge serves static resources with, as its own package computes it, less two things that name
 * Atlassian's hosts: where violations are reported, and who may frame the resource, which here is the sandbox.
 */
export function staticResourcePolicy(port: number): string {
  const directives = new CSPInjectionService().getInjectableCSP({ existingCSPDetails: nothingMore, microsEnv: 'prod' });
  return directives
    .filter((directive) => !directive.startsWith('report-uri'))
    .map((directive) =>
      directive.startsWith('frame-ancestors')
        ? `frame-ancestors http://127.0.0.1:${port} http://localhost:${port}`
        : directive,
    )
    .join('; ');
}
