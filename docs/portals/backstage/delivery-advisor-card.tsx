import { stringifyEntityRef } from '@backstage/catalog-model';
import { ErrorPanel, InfoCard } from '@backstage/core-components';
import { discoveryApiRef, fetchApiRef, identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEffect, useRef, useState } from 'react';

const SERVICE = 'https://advisor.example.org';

/** A card on the page of an entity that helps its team decide how to deliver it. */
export function DeliveryAdvisorCard() {
  const { entity } = useEntity();
  const [discovery, identity, { fetch }] = [useApi(discoveryApiRef), useApi(identityApiRef), useApi(fetchApiRef)];
  const place = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    const form = document.createElement('delivery-advisor');
    const subject = stringifyEntityRef(entity);
    const prepare = async () => {
      await import(/* webpackIgnore: true */ `${SERVICE}/embed.js`);
      const api = `${await discovery.getBaseUrl('proxy')}/delivery-advisor`;
      const earlier = await fetch(`${api}/v1/assessments?${new URLSearchParams({ subject, limit: '1' })}`);
      if (!earlier.ok) throw new Error(`The Delivery Advisor replied ${earlier.status}.`);
      const { items } = await earlier.json();
      const { name, title = name, tags } = entity.metadata;
      const getToken = async () => (await identity.getCredentials()).token;
      Object.assign(form, { api, subject, assessment: items[0]?.id, context: { name: title, tags }, getToken });
    };
    let isWanted = true;
    prepare().then(() => isWanted && place.current?.append(form), setError);
    return () => {
      isWanted = false;
      form.remove();
    };
  }, [entity, discovery, identity, fetch]);

  return <InfoCard title="How to deliver">{error ? <ErrorPanel error={error} /> : <div ref={place} />}</InfoCard>;
}
