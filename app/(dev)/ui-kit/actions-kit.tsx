"use client";

import { Mic, ScanBarcode } from "lucide-react";
import { Button, IconButton, LinkButton, TextLink } from "../../_ui/button";
import { DialogButton } from "../../_ui/dialog-button";
import { Menu } from "../../_ui/menu";
import { SectionTitle, Sheet } from "../../_ui/sheet";
import { useToast } from "../../_ui/toast";

export function ActionsKit() {
  const toast = useToast();
  return (
    <Sheet>
      <SectionTitle
        end={
          <Menu
            label="More for milk"
            items={[
              { id: "a", label: "Change", href: "/ui-kit" },
              { id: "b", label: "Not today", onSelect: () => toast({ text: "Milk is put off" }) },
              { id: "c", label: "Remove", danger: true, onSelect: () => toast({ text: "Milk is off the list", undo: () => undefined }) },
            ]}
          />
        }
      >
        Buttons
      </SectionTitle>
      <div className="flex flex-wrap items-center gap-2.5">
        <Button variant="primary">Approve</Button>
        <Button>Change</Button>
        <Button variant="text">Not now</Button>
        <Button variant="danger">Write off</Button>
        <Button variant="primary" disabled>
          Approve
        </Button>
        <Button variant="primary" pending>
          Approving
        </Button>
        <LinkButton href="/ui-kit" small>
          Small
        </LinkButton>
        <TextLink href="/ui-kit">Even up</TextLink>
        <IconButton label="Scan a barcode" shape="square">
          <ScanBarcode />
        </IconButton>
        <IconButton label="Speak an item" shape="filled">
          <Mic />
        </IconButton>
      </div>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={() => toast({ text: "Yoghurt is in the basket", undo: () => undefined })}>Show a toast</Button>
        <DialogButton label="Open a dialog" title="Write this balance off?">
          <p>$8.50 lost. You can correct it later with a further entry.</p>
          <Button variant="danger">Write off $8.50</Button>
        </DialogButton>
      </div>
    </Sheet>
  );
}
