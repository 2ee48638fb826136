import { CSPInjectionService } from '@forge/csp';

/**
 * The policy that Forge serves static resources with, as its own package computes it, less two things that name
 * Atlassian's hosts: where violations are reported, and who may frame the resource, which here is the sandbox.
 */
export function staticResourcePolicy(port: number): string {
  const directives = new CSPInjectionService().getInjectableCSP({ existingCSPDetails: {}, microsEnv: 'prod' });
  return directives
    .filter((directive) => !directive.startsWith('report-uri'))
    .map((directive) =>
      directive.startsWith('frame-ancestors')
        ? `frame-ancestors http://127.0.0.1:${port} http://localhost:${port}`
        : directive,
    )
    .join('; ');
}
