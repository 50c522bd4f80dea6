import chart from './chart.css';
import conflict from './conflict.css';
import controls from './controls.css';
import layout from './layout.css';
import print from './print.css';
import priorities from './priorities.css';
import question from './question.css';
import result from './result.css';
import standing from './standing.css';
import tokens from './tokens.css';

/** How the form looks: general rules first, so that later ones win. */
export const STYLE = [tokens, layout, controls, question, standing, conflict, result, priorities, chart, print].join('\n');
