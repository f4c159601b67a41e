import schema from '../../schemas/inspection-record.schema.json';

/** The JSON Schema of a record, for other programs. */
export const recordSchema: object = schema;
