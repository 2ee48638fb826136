import type { Handlers } from '../call';
import { notFound } from '../refusal';

const PERCENT = 100;

export const taskHandlers: Handlers<'get-task-status'> = {
  'get-task-status': ({ site, param }) => {
    const task = site.tasks.get(param('taskId'), site.now());
    if (task === undefined) throw notFound('There is no such task, or its results have expired.');
    return {
      id: task.id,
      type: task.type,
      name: task.type,
      status: task.status,
      progress: task.size === 0 ? PERCENT : Math.floor((PERCENT * task.done) / task.size),
      failures: task.failures,
      createdAt: new Date(task.createdAt).toISOString(),
      updatedAt: new Date(task.updatedAt).toISOString(),
    };
  },
};
