import { answer } from './answer.ts';
import { bulk } from './bulk.ts';
import { decisions } from './decisions.ts';
import { request } from './request.ts';
import { statements } from './statements.ts';

/** What a server can do wrong with the evaluation of decisions. */
export const decisionEvaluationDefects = [...request, ...answer, ...statements, ...decisions, ...bulk];
