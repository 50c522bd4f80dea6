import { connect } from '../embed/frame-host.js';

const status = document.querySelector('output');
const form = connect(document.querySelector('iframe'), {
  onEvent({ name, detail }) {
    if (name === 'ready') status.value = `There are ${detail.questions} questions.`;
    if (name === 'answer') status.value = `“${detail.question}” was answered.`;
    if (name === 'recommendation') status.value = detail.evaluation.outcome.headline;
    if (name === 'error') status.value = `Something went wrong: ${detail.kind}.`;
  },
});
document.querySelector('#submit').addEventListener('click', () => form.submit());
document.querySelector('#reset').addEventListener('click', () => form.reset());
