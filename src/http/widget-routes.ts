import { join } from 'node:path';
import type { Route } from '../ports/http';
import { fileRoute, staticRoutes } from './static-files';

/** The demo page, the embed script, and the chat that it loads when it is pressed. */
export function widgetRoutes(webDirectory: string): readonly Route[] {
  const widget = join(webDirectory, 'widget');
  const demo = join(webDirectory, 'demo');
  return [
    fileRoute('/', join(demo, 'index.html')),
    ...staticRoutes(demo, '/demo'),
    fileRoute('/widget.js', join(widget, 'widget.js')),
    ...staticRoutes(widget, '/widget'),
  ];
}
