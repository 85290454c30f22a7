import { VitrinePlayer, type VitrinePlayerElement } from '@vitrine/player-widget/react';
import { useRef, useState } from 'react';
import type { PageData } from '../page-data.ts';

export function Page({ service, cdn, event }: PageData) {
  const player = useRef<VitrinePlayerElement>(null);
  const [there, setThere] = useState(true);
  const [loop, setLoop] = useState(false);
  const [onScreen, setOnScreen] = useState('nothing yet');
  const [bag, setBag] = useState<readonly string[]>([]);

  return (
    <>
      <div className="framework-stage">
        {there && (
          <VitrinePlayer
            ref={player}
            service={service}
            cdn={cdn}
            eventId={event}
            ivsAssets={`${cdn}/vitrine/ivs/`}
            startTime={2}
            loop={loop}
            autoplay
            defaultMuted
            onVitrineProductsChanged={({ detail }) =>
              setOnScreen(detail.products.map(({ title }) => title).join(', ') || 'nothing')
            }
            onVitrineAddToCart={(request) => {
              request.preventDefault();
              setBag((before) => [...before, request.detail.product.title]);
            }}
          />
        )}
      </div>
      <div className="framework-side">
        <p>
          On screen: <b data-on-screen>{onScreen}</b>
        </p>
        <p>
          In the bag: <b data-bought>{bag.join(', ') || 'nothing'}</b>
        </p>
        <button onClick={() => player.current?.pause()}>Pause</button>
        <button onClick={() => setLoop(!loop)}>Loop: {loop ? 'on' : 'off'}</button>
        <button onClick={() => setThere(!there)}>{there ? 'Take it away' : 'Put it back'}</button>
      </div>
    </>
  );
}
