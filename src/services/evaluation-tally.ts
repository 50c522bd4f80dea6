/** Counts an evaluation that somebody asked for, by the id of its model and by what it recommends: an alternative, or `none`. */
export type EvaluationTally = (model: string, outcome: string) => void;
