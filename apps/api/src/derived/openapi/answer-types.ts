import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The name of the type that a handler answers with, and whether it is a list of them; undefined for no body. */
export type AnswerType = { readonly name: string; readonly isList: boolean } | undefined;

/** What handlers of controllers declare to answer with, by `Class.method`. Types do not exist at run time, so the sources are read. */
export function answerTypes(sources: string): ReadonlyMap<string, AnswerType> {
  const answers = new Map<string, AnswerType>();
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.controller.ts')) continue;
    const path = join(sources, file);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
    for (const statement of source.statements) {
      if (!ts.isClassDeclaration(statement)) continue;
      for (const member of statement.members) {
        if (!ts.isMethodDeclaration(member) || member.type === undefined) continue;
        const name = `${statement.name?.text}.${(member.name as ts.Identifier).text}`;
        answers.set(name, toAnswerType(member.type));
      }
    }
  }
  return answers;
}

function toAnswerType(type: ts.TypeNode): AnswerType {
  if (ts.isArrayTypeNode(type)) {
    const item = toAnswerType(type.elementType);
    return item && { ...item, isList: true };
  }
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
  const [inner] = type.typeArguments ?? [];
  const name = type.typeName.text;
  return name === 'Promise' && inner !== undefined ? toAnswerType(inner) : { name, isList: false };
}
