import { placeForm } from '../placed-form.ts';
import { settingsIn } from '../settings.ts';

const settings = settingsIn(location);
const { subject, theme } = settings.attributes;
const name = settings.context.name ?? subject;
if (name !== undefined) document.title = `${name} · ${document.title}`;
if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
placeForm('./', settings).live = true;
