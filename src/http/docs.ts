import { Router } from 'express';
import helmet from 'helmet';
import swaggerUi from 'swagger-ui-express';
import { otherMethods } from './other-methods.ts';

/** Everything comes from here, nothing is inline; pictures may be data because the page's style sheet has some. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Delivery Advisor API</title>
<link rel="icon" href="./favicon-32x32.png" sizes="32x32">
<link rel="stylesheet" href="./index.css">
<link rel="stylesheet" href="./swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="./swagger-ui-bundle.js"></script>
<script src="./swagger-ui-standalone-preset.js"></script>
<script src="./swagger-ui-init.js"></script>
</body>
</html>
`;

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Files of the package that are no part of this page; its own page shows an API of somebody else. */
const STRANGERS = ['/docs/index.html', '/docs/swagger-initializer.js', '/docs/package.json'];

/** Ways round to another folder; the file server would answer them itself, and not with a problem document. */
const ROUNDABOUT = /\.\.|%2e|%2f|%5c/i;

/** Swagger UI out of local files, with "Try it out" ready; works below any path prefix. */
export function docs(): Router {
  const options = { swaggerUrl: '../openapi.json', swaggerOptions: { tryItOutEnabled: true, layout: 'BaseLayout' } };
  const router = Router({ strict: true, caseSensitive: true });
  router.use('/docs', helmet.contentSecurityPolicy(CONTENT_SECURITY_POLICY));
  router.get('/docs', (_request, response) => response.redirect(308, './docs/'));
  router.get('/docs/', (_request, response) => response.type('html').send(PAGE));
  router.all(['/docs', '/docs/'], otherMethods(READING));
  router.use(STRANGERS, (_request, _response, next) => next('router'));
  router.use('/docs', ({ path }, _response, next) => (ROUNDABOUT.test(path) ? next('router') : next()));
  router.use('/docs', swaggerUi.serveFiles(undefined, options));
  return router;
}
