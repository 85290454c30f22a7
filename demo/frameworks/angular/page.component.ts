import { Component, CUSTOM_ELEMENTS_SCHEMA, ElementRef, inject, signal, viewChild } from '@angular/core';
import type { VitrinePlayer } from '@vitrine/player-widget';
import { PAGE_DATA } from './page-data.token';

type Events = GlobalEventHandlersEventMap;

@Component({
  selector: 'shop-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <div class="framework-stage">
      @if (there()) {
        <vitrine-player
          #player
          [service]="data.service"
          [cdn]="data.cdn"
          [eventId]="data.event"
          [startTime]="2"
          [loop]="loop()"
          autoplay
          muted
          (vitrine-products-changed)="showProducts($event)"
          (vitrine-add-to-cart)="takeOver($event)"
        ></vitrine-player>
      }
    </div>
    <div class="framework-side">
      <p>
        On screen: <b data-on-screen>{{ onScreen() }}</b>
      </p>
      <p>
        In the bag: <b data-bought>{{ bag().join(', ') || 'nothing' }}</b>
      </p>
      <button (click)="pause()">Pause</button>
      <button (click)="loop.set(!loop())">Loop: {{ loop() ? 'on' : 'off' }}</button>
      <button (click)="there.set(!there())">{{ there() ? 'Take it away' : 'Put it back' }}</button>
    </div>
  `,
})
export class PageComponent {
  readonly data = inject(PAGE_DATA);
  readonly there = signal(true);
  readonly loop = signal(false);
  readonly onScreen = signal('nothing yet');
  readonly bag = signal<readonly string[]>([]);
  readonly player = viewChild<ElementRef<VitrinePlayer>>('player');

  pause(): void {
    this.player()?.nativeElement.pause();
  }

  showProducts({ detail }: Events['vitrine-products-changed']): void {
    this.onScreen.set(detail.products.map(({ title }) => title).join(', ') || 'nothing');
  }

  takeOver(request: Events['vitrine-add-to-cart']): void {
    request.preventDefault();
    this.bag.update((before) => [...before, request.detail.product.title]);
  }
}
