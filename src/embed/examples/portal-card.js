const form = document.querySelector('delivery-advisor');

// What the portal knows goes along with the subject when the assessment is created.
form.context = { name: 'checkout', tags: ['web-shop', 'tier-1'] };

form.addEventListener('delivery-advisor:recommendation', ({ detail }) => {
  document.querySelector('#advice').value = detail.evaluation.outcome.headline;
});
