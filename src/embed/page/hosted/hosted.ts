import { placeForm } from '../placed-form.ts';
import { settingsIn } from '../settings.ts';
import { showTheme } from '../theme.ts';

const settings = settingsIn(location);
const { subject, theme } = settings.attributes;
const name = settings.context.name ?? subject;
if (name !== undefined) document.title = `${name} · ${document.title}`;
showTheme(theme);
placeForm('./', settings).live = true;
