import { DeliveryAdvisor } from './delivery-advisor.ts';

// A page may load the file twice, or in two versions: the first one stays.
if (customElements.get('delivery-advisor') === undefined) customElements.define('delivery-advisor', DeliveryAdvisor);
