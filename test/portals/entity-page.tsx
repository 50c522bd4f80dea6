// The page of an entity, as far as there is one: the card of the guide, drawn twice over as React does while developing.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DeliveryAdvisorCard } from '../../docs/portals/backstage/delivery-advisor-card.tsx';

const main = document.querySelector('main');
if (main === null) throw new RangeError('the page has a place for the card');
createRoot(main).render(
  <StrictMode>
    <DeliveryAdvisorCard />
  </StrictMode>,
);
