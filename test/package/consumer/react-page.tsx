import { VitrinePlayer, type VitrinePlayerElement } from '@vitrine/player-widget/react';
import { useRef } from 'react';

export function Show({ event }: { event: string }) {
  const player = useRef<VitrinePlayerElement>(null);
  return (
    <>
      <VitrinePlayer
        ref={player}
        service="https://api.example"
        eventId={event}
        autoplay
        className="show"
        onVitrineAddToCart={(request) => {
          request.preventDefault();
          console.log(request.detail.product.sku, request.detail.quantity);
        }}
        onVitrineCartChanged={({ detail }) => console.log(detail.cart.lines.length)}
        onVitrineCheckout={(request) => {
          request.preventDefault();
          console.log(request.detail.url);
        }}
        onVitrineError={({ detail }) => console.log(detail.message)}
      />
      <button onClick={() => void player.current?.play()}>Play</button>
      {/* @ts-expect-error there is no such prop */}
      <VitrinePlayer eventid={event} />
      {/* @ts-expect-error an event carries no such thing */}
      <VitrinePlayer onVitrineReady={({ detail }) => detail.nothing} />
    </>
  );
}
