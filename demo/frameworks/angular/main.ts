import { createComponent, provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { findPlace, readPageData } from '../page-data';
import { PAGE_DATA } from './page-data.token';
import { PageComponent } from './page.component';

const place = findPlace();
const app = await createApplication({
  providers: [provideZonelessChangeDetection(), { provide: PAGE_DATA, useValue: readPageData(place) }],
});
const page = createComponent(PageComponent, { hostElement: place, environmentInjector: app.injector });
app.attachView(page.hostView);
