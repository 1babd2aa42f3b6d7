import { describe, expect, it, test } from "vitest";
import { checkFile, MAX_FILE_BYTES, safeName } from "./file-kind";

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));
const padded = (head: Uint8Array<ArrayBuffer>) => Uint8Array.from([...head, ...new Uint8Array(64)]);

const PNG = Uint8Array.from(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
);

describe("checkFile", () => {
  test.each<[string, Uint8Array<ArrayBuffer>, string, string]>([
    ["PNG", PNG, "image/png", "receipt.png"],
    ["JPEG", padded(hex("ff d8 ff e0 00 10 4a 46 49 46 00 01")), "image/jpeg", "receipt.jpg"],
    ["WEBP", padded(hex("52 49 46 46 24 00 00 00 57 45 42 50 56 50 38 20")), "image/webp", "receipt.webp"],
    ["HEIC", padded(hex("00 00 00 18 66 74 79 70 68 65 69 63 00 00 00 00")), "image/heic", "receipt.heic"],
    ["PDF", bytes("%PDF-1.7\n1 0 obj\n"), "application/pdf", "receipt.pdf"],
    ["plain text", bytes("From: Anna <anna@example.org>\nIs x < y?\n"), "text/plain", "receipt.txt"],
  ])("R33: takes %s by its content, whatever it is called", async (_, content, mediaType, name) => {
    const checked = await checkFile({ name: "receipt.exe", content });
    expect(checked).toMatchObject({ ok: true, value: { mediaType, name, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) } });
  });

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ["HTML", bytes("<!doctype html><p>hello")],
    ["a script in a page", bytes("hello\n<script>alert(1)</script>")],
    ["SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["SVG behind an XML declaration", bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a shell script", bytes("#!/bin/sh\nrm -rf /\n")],
    ["a program for Linux", padded(hex("7f 45 4c 46 02 01 01 00"))],
    ["a program for Windows", padded(hex("4d 5a 90 00 03 00 00 00"))],
    ["an archive", padded(hex("50 4b 03 04 14 00 00 00"))],
    ["a GIF", bytes("GIF89a\u0001\u0000\u0001\u0000")],
    ["bytes of no kind", hex("00 01 02 03 80 81")],
  ])("R33: refuses %s that calls itself a PNG", async (_, content) => {
    expect(await checkFile({ name: "receipt.png", content })).toEqual({
      ok: false,
      failure: { code: "cases.file_kind", field: "file" },
    });
  });

  it("takes 10 MB and not a byte more, and nothing empty", async () => {
    const large = new Uint8Array(MAX_FILE_BYTES + 1);
    large.set(PNG);
    expect(await checkFile({ name: "a.png", content: large })).toMatchObject({ failure: { code: "cases.file_size" } });
    expect(await checkFile({ name: "a.png", content: large.slice(0, MAX_FILE_BYTES) })).toMatchObject({ ok: true });
    expect(await checkFile({ name: "a.png", content: new Uint8Array() })).toMatchObject({ failure: { code: "cases.file_empty" } });
  });
});

describe("safeName", () => {
  it.each([
    ["../../etc/passwd", "passwd.txt"],
    ["C:\\Users\\Ben\\Réçu 1.PNG", "Réçu 1.txt"],
    ['a"b\r\nc;.html', "a_b__c_.txt"],
    [".htaccess", "file.txt"],
    ["", "file.txt"],
    ["x".repeat(300), `${"x".repeat(115)}.txt`],
  ])("makes %j into %j", (given, name) => {
    expect(safeName(given, "text/plain")).toBe(name);
  });
});
