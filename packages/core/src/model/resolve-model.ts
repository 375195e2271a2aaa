import { defaultModel, type Model, modelBounds } from "./model.ts";

export interface ModelProblem {
  readonly constant: string;
  readonly problem: string;
}

/** What is wrong with a tenant's overrides: unknown names, values out of bounds, bands out of order. */
export function modelProblems(overrides: Readonly<Record<string, unknown>>): ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (const [constant, value] of Object.entries(overrides)) {
    if (!Object.hasOwn(modelBounds, constant)) {
      problems.push({ constant, problem: "is no constant of the model" });
      continue;
    }
    const { min, max } = modelBounds[constant as keyof Model];
    if (typeof value !== "number" || !(value >= min && value <= max)) {
      problems.push({ constant, problem: `must be a number from ${min} to ${max}` });
    }
  }
  if (problems.length > 0) return problems;
  const model = { ...defaultModel, ...overrides } as Model;
  if (!(model.bandCore > model.bandActive && model.bandActive > model.bandFading)) {
    problems.push({
      constant: "bandCore",
      problem: "must have bandCore > bandActive > bandFading",
    });
  }
  if (!(model.recentHalfLifeDays < model.halfLifeDays)) {
    problems.push({ constant: "recentHalfLifeDays", problem: "must be less than halfLifeDays" });
  }
  return problems;
}

/** The default model with a tenant's overrides, checked. */
export function resolveModel(overrides: Readonly<Partial<Model>> = {}): Model {
  const problems = modelProblems(overrides);
  if (problems.length > 0) {
    const list = problems.map(({ constant, problem }) => `${constant} ${problem}`).join("; ");
    throw new RangeError(`The model cannot be used: ${list}.`);
  }
  return { ...defaultModel, ...overrides };
}
