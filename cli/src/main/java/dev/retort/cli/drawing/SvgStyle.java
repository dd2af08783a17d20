// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

/** How a picture looks. Colours are written out twice instead of as variables, which not every program knows that shows SVG. */
final class SvgStyle {

    static final String CSS = """

            .page { fill: #ffffff }
            .box { fill: #f6f8fa; stroke: #afb8c1; stroke-width: 1 }
            .head .box { stroke: #1a7f37; stroke-width: 2 }
            .current .box { fill: #ddf4ff; stroke: #0969da; stroke-width: 2.5 }
            .revision:hover .box, .revision:target .box { stroke-width: 3.5 }
            .edge { fill: none; stroke: #6e7781; stroke-width: 1.5 }
            .dependency { stroke: #8250df; stroke-dasharray: 5 4 }
            .edge:hover { stroke-width: 3.5 }
            .arrow { fill: #6e7781 }
            .arrow-dependency { fill: #8250df }
            text { fill: #1f2328 }
            .id { font: 600 13px ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace }
            .message { font: 12px system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, 'Liberation Sans', sans-serif }
            .word { font: 10px system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, 'Liberation Sans', sans-serif;
              text-anchor: middle }
            .chip rect { fill: none; stroke: #afb8c1 }
            .chip.point text { fill: #57606a }
            .chip.head rect { fill: #1a7f37; stroke: none }
            .chip.current rect { fill: #0969da; stroke: none }
            .chip.head text, .chip.current text { fill: #ffffff }
            .chip.label rect { fill: #fff8c5; stroke: #d4a72c }
            .chip.label text { fill: #633c01 }
            @media (prefers-color-scheme: dark) {
              .page { fill: #0d1117 }
              .box { fill: #161b22; stroke: #484f58 }
              .head .box { stroke: #3fb950 }
              .current .box { fill: #0c2d6b; stroke: #58a6ff }
              .edge { stroke: #8b949e }
              .dependency { stroke: #bc8cff }
              .arrow { fill: #8b949e }
              .arrow-dependency { fill: #bc8cff }
              text { fill: #e6edf3 }
              .chip rect { stroke: #484f58 }
              .chip.point text { fill: #9ea7b3 }
              .chip.head rect { fill: #238636 }
              .chip.current rect { fill: #1f6feb }
              .chip.label rect { fill: #3b2e08; stroke: #9e7a1f }
              .chip.label text { fill: #f2cc60 }
            }
            """;

    private SvgStyle() {}
}
