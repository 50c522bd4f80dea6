import { z } from 'zod';

export const Badge = z.string().max(20_000).meta({ id: 'Badge', description: 'An SVG image, 20 pixels high.' });
