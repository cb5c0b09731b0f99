// node typst.mjs STATEMENT.txt: the median times of setting a text with Typst.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const file = process.argv[2];
const escaped = (text) => text.replace(/\s+/g, ' ').trim().replace(/([#*_$@<>\\[\]`=+/-])/g, '\\$1');
const [title, ...paragraphs] = readFileSync(file, 'utf8').split(/\n\s*\n/).map(escaped).filter(Boolean);

const source = (edit) => [
	'#set document(title: "Statement")\n#set page(paper: "a4")\n#set text(lang: "en", size: 11pt)\n#set par(justify: true)',
	`= ${title}`,
	...paragraphs.map((text, i) => (i === 1 ? `${text} again${edit}` : text)),
].join('\n\n');

const compiler = NodeCompiler.create({ workspace: dirname(file) });
let size = 0;
function time(edit) {
	const start = process.hrtime.bigint();
	size = compiler.pdf({ mainFileContent: source(edit) }, { pdfStandard: 'a-2a' }).length;
	return Number(process.hrtime.bigint() - start) / 1e6;
}
function median(count, run) {
	const times = Array.from({ length: count }, (_, i) => run(i)).sort((a, b) => a - b);
	return times[count >> 1].toFixed(2);
}

time(-1);
const edit = median(25, (i) => time(i));
const cold = median(11, (i) => {
	compiler.evictCache(0);
	return time(100 + i);
});
console.log(`typst ${basename(file, '.txt')}: edit one word ${edit} ms, nothing reused ${cold} ms, ${size} bytes`);
