import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';

/** OpenAPI, made from the routes' own schemas, at /docs. Registered before the routes that it describes. */
export const docsPlugin = fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Vitrine archive service',
          description: 'Shop events, their products and archives, and what Amazon IVS tells of them.',
          version: '1',
        },
        tags: [
          { name: 'public', description: 'For players and pages' },
          { name: 'notifications', description: 'For Amazon EventBridge' },
          { name: 'admin', description: 'For the shop’s own staff and servers' },
          { name: 'operation', description: 'For whoever runs the service' },
        ],
        components: {
          securitySchemes: {
            adminKey: { type: 'http', scheme: 'bearer' },
            notificationSecret: { type: 'apiKey', in: 'header', name: 'x-vitrine-secret' },
          },
        },
      },
    });
    await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  },
  { name: 'docs' },
);
