import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classes } from "../classes";
import { printClass, type Origin } from "../origin";
import { flowGeometry, ribbonEdge, type Flow, type FlowSource, type FlowTarget, type Ribbon } from "./geometry";

export type PictureSource = FlowSource & {
  readonly print: Origin;
  readonly label: string;
  readonly amountText: string;
  /** "of $120.00" */
  readonly ofText?: string | undefined;
};
export type PictureTarget = FlowTarget & { readonly amountText: string };
export type PictureFlow = Flow & { readonly amountText: string };
export type FlowPictureProps = {
  /** Names the table, e.g. "Which balance pays for what". */
  readonly caption: string;
  readonly sourcesHead: string;
  readonly targetsHead: string;
  readonly sources: readonly PictureSource[];
  readonly targets: readonly PictureTarget[];
  readonly flows: readonly PictureFlow[];
};

const rem = (pixels: number) => `${Math.round((pixels / 16) * 1000) / 1000}rem`;
const place = (top: number, height: number): CSSProperties => ({ top: rem(top), height: rem(height) });

/**
 * The plan's signature: balances on the left, lines on the right, ribbons as thick as their amounts and printed
 * like their balance. Widths are fluid and text is never scaled. The picture is decoration; the table after it,
 * for those who don't see it, says the same. Above seven lines, group the rest before.
 */
export function FlowPicture({ caption, sourcesHead, targetsHead, sources, targets, flows }: FlowPictureProps) {
  const plates = new Map(sources.map(({ id, ofText }) => [id, ofText === undefined ? 2 : 3] as const));
  const geometry = flowGeometry(sources, targets, flows, plates);
  const originOf = (id: string) => sources.find((source) => source.id === id)?.print ?? "cash";
  return (
    <figure className="flow">
      <div aria-hidden="true">
        <div className="flow-heads">
          <span>{sourcesHead}</span>
          <span>{targetsHead}</span>
        </div>
        <div className="flow-picture" style={{ height: rem(geometry.height) }}>
          {sources.map((source) => (
            <SourceBlock key={source.id} source={source} geometry={geometry} />
          ))}
          <div className="flow-middle" style={{ height: rem(geometry.height) }}>
            {geometry.ribbons.map((ribbon, index) => (
              <RibbonShape
                key={`${ribbon.from} ${ribbon.to}`}
                ribbon={ribbon}
                origin={originOf(ribbon.from)}
                order={index}
                height={geometry.height}
              />
            ))}
          </div>
          {targets.map((target) => {
            const placed = geometry.targets.find(({ id }) => id === target.id);
            return placed ? (
              <div key={target.id} className="flow-target" style={{ top: rem(placed.top) }}>
                <i style={{ height: rem(placed.height) }} />
                <div className="flow-label" data-one-line={target.forText === undefined}>
                  <b title={target.label}>{target.label}</b>
                  <span className="money">{target.amountText}</span>
                  {target.forText ? <small>{target.forText}</small> : null}
                </div>
              </div>
            ) : null;
          })}
        </div>
      </div>
      <div className="flow-table">
        <FlowTable caption={caption} sources={sources} targets={targets} flows={flows} />
      </div>
    </figure>
  );
}

function SourceBlock({ source, geometry }: { readonly source: PictureSource; readonly geometry: ReturnType<typeof flowGeometry> }) {
  const placed = geometry.sources.find(({ id }) => id === source.id);
  if (!placed) return null;
  const words = (
    <>
      {source.label}
      <b>{source.amountText}</b>
      {source.ofText ? <small>{source.ofText}</small> : null}
    </>
  );
  return (
    <>
      <div className={classes("flow-source", printClass(source.print))} style={place(placed.top, placed.height)}>
        {placed.labelInside ? <div className="flow-plate">{words}</div> : null}
      </div>
      {placed.labelInside ? null : (
        <div className="flow-beside" style={{ top: rem(placed.top + placed.height + 3) }}>
          {words}
        </div>
      )}
      {source.leftText ? (
        <div
          className={classes("flow-tail", `flow-tail-${source.leftKind ?? "stays"}`)}
          style={{ top: rem(placed.tailTop), minHeight: rem(placed.tailHeight - 14) }}
        >
          {source.leftText}
        </div>
      ) : null}
    </>
  );
}

function RibbonShape({
  ribbon,
  origin,
  order,
  height,
}: {
  readonly ribbon: Ribbon;
  readonly origin: Origin;
  readonly order: number;
  readonly height: number;
}) {
  const top = ribbonEdge(ribbon);
  const bottom = top.map(([x, y]) => [x, y + ribbon.height] as const);
  const percent = (x: number) => Math.round(x * 10000) / 100;
  const outline = [...top, ...bottom.toReversed()];
  const clip = outline.map(([x, y]) => `${percent(x)}% ${rem(y)}`).join(", ");
  const line = (points: readonly (readonly [number, number])[]) =>
    points.map(([x, y]) => `${percent(x)} ${Math.round(y * 100) / 100}`).join("L");
  return (
    <div className="flow-ribbon" style={{ "--n": order } as CSSProperties}>
      <i className={printClass(origin)} style={{ clipPath: `polygon(${clip})` }} />
      <svg
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        className={printClass(origin)}
        style={{ background: "none", position: "absolute" }}
      >
        <path
          d={`M${line(top)}M${line(bottom)}`}
          fill="none"
          stroke="var(--print-edge)"
          strokeWidth="1.25"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </div>
  );
}

function FlowTable({ caption, sources, targets, flows }: Pick<FlowPictureProps, "caption" | "sources" | "targets" | "flows">) {
  const t = useTranslations("common.flow");
  const targetLabel = (id: string) => targets.find((target) => target.id === id);
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("pays")}</th>
          <th scope="col">{t("buys")}</th>
          <th scope="col">{t("amount")}</th>
        </tr>
      </thead>
      <tbody>
        {sources.flatMap((source) => [
          ...flows
            .filter(({ from }) => from === source.id)
            .map((flow) => {
              const target = targetLabel(flow.to);
              return (
                <tr key={`${flow.from} ${flow.to}`}>
                  <th scope="row">{source.label}</th>
                  <td>{[target?.label, target?.forText].filter(Boolean).join(", ")}</td>
                  <td>{flow.amountText}</td>
                </tr>
              );
            }),
          source.leftText ? (
            <tr key={`${source.id} left`}>
              <th scope="row">{source.label}</th>
              <td colSpan={2}>{source.leftText}</td>
            </tr>
          ) : null,
        ])}
      </tbody>
    </table>
  );
}
